package org.meritstream.issuance.fetching;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Whether an address is one of the public internet, by the IANA special-purpose address registries (RFC 6890): what is not globally
 * reachable is not, and neither is what carries another address within it (6to4, Teredo, NAT64), since that one would be reached.
 */
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(4, 224),
            Block.of(4, 240));

    /** Of version 6 only what is given out as global unicast is public at all. */
    private static final Block GLOBAL_UNICAST_6 = Block.of(3, 0x20);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            // Protocol assignments, Teredo among them.
            Block.of(23, 0x20, 0x01, 0x00),
            // Documentation.
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            // 6to4.
            Block.of(16, 0x20, 0x02),
            // Documentation.
            Block.of(20, 0x3f, 0xff, 0x00));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_UNICAST_6.contains(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
    }

    /** The addresses that begin with these bits. */
    private record Block(int bits, List<Integer> start) {

        static Block of(int bits, Integer... start) {
            return new Block(bits, List.of(start));
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int place = bit / Byte.SIZE;
                int mask = 0x80 >>> bit % Byte.SIZE;
                int wanted = place < start.size() ? start.get(place) & mask : 0;
                if ((address[place] & mask) != wanted) {
                    return false;
                }
            }
            return true;
        }
    }
}
