package org.meritstream.log;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.Message;

/**
 * Finds the record at fault by halving the batch, and sends it to the dead letters; its neighbours are seen to as if it were not there.
 * Halves that were stored already are met again as redeliveries, so nothing is done twice.
 */
final class Halving {
    private final BatchHandler handler;

    Halving(BatchHandler handler) {
        this.handler = handler;
    }

    /** What the records caused, dead letters included. Exceptions that travel are a dependency's fault. */
    List<Message> handle(List<ConsumerRecord<String, byte[]>> records) {
        List<Message> caused = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> readable = new ArrayList<>();
        List<Inbound> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                batch.add(Records.inbound(record));
                readable.add(record);
            } catch (MalformedEvent fault) {
                caused.add(dead(record, String.valueOf(fault.getMessage())));
            }
        }
        halve(readable, batch, caused);
        return caused;
    }

    private void halve(List<ConsumerRecord<String, byte[]>> records, List<Inbound> batch, List<Message> caused) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            caused.addAll(handler.handle(batch));
        } catch (RecordFault fault) {
            if (batch.size() == 1) {
                caused.add(dead(records.get(0), String.valueOf(fault.getMessage())));
                return;
            }
            int middle = batch.size() / 2;
            halve(records.subList(0, middle), batch.subList(0, middle), caused);
            halve(records.subList(middle, records.size()), batch.subList(middle, batch.size()), caused);
        }
    }

    private Message dead(ConsumerRecord<String, byte[]> record, String reason) {
        return DeadLetter.of(handler.service(), record, reason);
    }
}
