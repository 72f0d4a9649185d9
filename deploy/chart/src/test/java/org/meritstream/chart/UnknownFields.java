package org.meritstream.chart;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks an object of the Kubernetes model and collects what its classes kept aside because they know no such field. */
final class UnknownFields {
    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** Paths of the unknown fields, such as {@code spec.template.spec.replica}. */
    static List<String> in(Object resource) {
        var walk = new UnknownFields();
        walk.visit("", resource);
        return List.copyOf(walk.found);
    }

    private void visit(String path, @Nullable Object node) {
        if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(path + "[" + i + "]", list.get(i));
            }
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> visit(path + "." + key, value));
        } else if (node != null
                && node.getClass().getName().startsWith(MODEL)
                && !node.getClass().isEnum()) {
            visitFields(path, node);
        }
    }

    private void visitFields(String path, Object node) {
        for (Class<?> type = node.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(field -> visitField(path, node, field));
        }
    }

    private void visitField(String path, Object node, Field field) {
        var value = valueOf(node, field);
        if (!field.getName().equals("additionalProperties")) {
            visit(path.isEmpty() ? field.getName() : path + "." + field.getName(), value);
        } else if (value instanceof Map<?, ?> unknown) {
            unknown.keySet().forEach(key -> found.add(path.isEmpty() ? key.toString() : path + "." + key));
        }
    }

    private static @Nullable Object valueOf(Object node, Field field) {
        try {
            field.setAccessible(true);
            return field.get(node);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
