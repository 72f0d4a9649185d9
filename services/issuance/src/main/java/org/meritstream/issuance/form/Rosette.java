package org.meritstream.issuance.form;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Round outlines about the middle of the square, of which a seal is made. */
final class Rosette {
    private static final double MIDDLE = BadgeImage.SIZE / 2.0;

    private Rosette() {}

    static Path2D circle(double x, double y, double radius) {
        return new Path2D.Double(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A ring of little bows, as a seal's edge has them. */
    static Path2D scallops(int count, double valley, double peak) {
        Path2D path = new Path2D.Double();
        move(path, 0, valley);
        for (int i = 0; i < count; i++) {
            double half = (i + 0.5) / count;
            double end = (i + 1.0) / count;
            path.quadTo(x(half, peak), y(half, peak), x(end, valley), y(end, valley));
        }
        path.closePath();
        return path;
    }

    /**
     * One thread of a guilloche: a wave wound about a circle.
     *
     * @param waves how many go about
     * @param turn how far it is turned, in waves
     */
    static Path2D thread(int waves, double radius, double depth, double turn) {
        int points = waves * 8;
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= points; i++) {
            double at = i / (double) points;
            double next = (i + 1) / (double) points;
            double here = radius + depth * Math.sin(2 * Math.PI * (at * waves + turn));
            double there = radius + depth * Math.sin(2 * Math.PI * (next * waves + turn));
            double endX = (x(at, here) + x(next, there)) / 2;
            double endY = (y(at, here) + y(next, there)) / 2;
            if (i == 0) {
                path.moveTo(endX, endY);
            } else {
                path.quadTo(x(at, here), y(at, here), endX, endY);
            }
        }
        path.closePath();
        return path;
    }

    private static void move(Path2D path, double at, double radius) {
        path.moveTo(x(at, radius), y(at, radius));
    }

    private static double x(double turn, double radius) {
        return MIDDLE + radius * Math.sin(2 * Math.PI * turn);
    }

    private static double y(double turn, double radius) {
        return MIDDLE - radius * Math.cos(2 * Math.PI * turn);
    }
}
