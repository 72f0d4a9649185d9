package org.meritstream.events;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every record component is there unless it is marked {@link Nullable}: JSON has no other way to say that a member is
 * required, and a null that slips in would surface far from its cause.
 */
final class RequiredMembers {
    private record Member(RecordComponent component, boolean required) {}

    private static final Map<Class<?>, List<Member>> MEMBERS = new ConcurrentHashMap<>();

    private RequiredMembers() {}

    static void check(Object value) {
        switch (value) {
            case Record record -> checkRecord(record);
            case Collection<?> items -> items.forEach(RequiredMembers::checkItem);
            default -> {}
        }
    }

    private static void checkItem(@Nullable Object item) {
        if (item == null) {
            throw new MalformedEvent("a list holds null");
        }
        check(item);
    }

    private static void checkRecord(Record record) {
        for (Member member : MEMBERS.computeIfAbsent(record.getClass(), RequiredMembers::members)) {
            Object value = read(record, member.component());
            if (value != null) {
                check(value);
            } else if (member.required()) {
                throw new MalformedEvent(record.getClass().getSimpleName() + " lacks "
                        + member.component().getName());
            }
        }
    }

    private static List<Member> members(Class<?> type) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            members.add(new Member(component, !nullable));
        }
        return List.copyOf(members);
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A public record of the contract can be read", e);
        }
    }
}
