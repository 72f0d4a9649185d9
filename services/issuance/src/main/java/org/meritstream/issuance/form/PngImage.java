package org.meritstream.issuance.form;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A badge image as pixels. Letters are filled as outlines of the carried fonts: the runtime's own way to draw text asks the machine for
 * its fonts, and a server's image has neither fonts nor the library that finds them. What the carried fonts lack is not drawn.
 */
public final class PngImage {
    private PngImage() {}

    /** The image of the badge as a PNG. */
    public static byte[] of(BadgeFace face) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(100_000);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(pixels(face, BadgeImage.SIZE), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The image of the badge, so many pixels wide and high. */
    static BufferedImage pixels(BadgeFace face, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / (double) BadgeImage.SIZE, size / (double) BadgeImage.SIZE);
        List<Mark> marks = BadgeImage.of(drawable(face));
        marks.forEach(mark -> draw(graphics, mark));
        graphics.dispose();
        return image;
    }

    /** A name in letters that the fonts lack gives way to the kind of achievement: better nothing than a row of question marks. */
    private static BadgeFace drawable(BadgeFace face) {
        boolean nameless = Typeface.BOLD.lacks(face.name());
        String issuer = Typeface.BOLD.lacks(face.issuer()) ? "" : face.issuer();
        return new BadgeFace(
                nameless ? face.kind() : face.name(),
                face.language(),
                nameless ? "" : face.kind(),
                issuer,
                face.colours(),
                face.facts());
    }

    private static void draw(Graphics2D graphics, Mark mark) {
        switch (mark) {
            case Mark.Area area -> {
                graphics.setPaint(
                        new GradientPaint(0, 0, new Color(area.top()), 0, BadgeImage.SIZE, new Color(area.bottom())));
                graphics.fill(area.outline());
            }
            case Mark.Line line -> {
                graphics.setComposite(AlphaComposite.SrcOver.derive((float) line.opacity()));
                graphics.setPaint(new Color(line.colour()));
                graphics.setStroke(new BasicStroke((float) line.width()));
                graphics.draw(line.outline());
                graphics.setComposite(AlphaComposite.SrcOver);
            }
            case Mark.Words words -> {
                graphics.setPaint(new Color(words.colour()));
                words(graphics, words);
            }
        }
    }

    private static void words(Graphics2D graphics, Mark.Words words) {
        Typeface typeface = Typeface.of(words.bold());
        double x = words.x() - typeface.width(words.text()) * words.size() / 2;
        for (int point : Typeface.seen(words.text()).codePoints().toArray()) {
            Typeface.Glyph glyph = typeface.glyph(point);
            AffineTransform place = AffineTransform.getTranslateInstance(x, words.y());
            double unit = words.size() / glyph.unitsPerEm();
            place.scale(unit, -unit);
            graphics.fill(place.createTransformedShape(glyph.outline()));
            x += glyph.advance() * words.size();
        }
    }
}
