package org.meritstream.issuance.form;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of QR codes, as people take them: turned, small in the picture, in uneven light, with noise, packed as JPEG. */
public final class Photographs {
    private Photographs() {}

    /**
     * A code on a table.
     *
     * @param width of the picture, of four to three
     * @param part of its height that the code takes
     * @param degrees by which it is turned
     */
    public static BufferedImage of(String text, int width, double part, double degrees) {
        int height = width * 3 / 4;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(new Color(0x8a, 0x7f, 0x70));
        g.fillRect(0, 0, width, height);
        g.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
        double dot = height * part / (QrCode.of(text).size() + 8);
        paint(g, QrCode.of(text), width / 2.0, height / 2.0, dot);
        g.dispose();
        light(picture);
        return picture;
    }

    /** A code alone, as a program draws it. */
    public static BufferedImage plain(String text, int type, Color dark, Color paper) {
        QrCode code = QrCode.of(text);
        int side = (code.size() + 8) * 6;
        BufferedImage picture = new BufferedImage(side, side, type);
        Graphics2D g = picture.createGraphics();
        g.setBackground(paper);
        g.clearRect(0, 0, side, side);
        g.setColor(dark);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.dark(column, row)) {
                    g.fillRect((column + 4) * 6, (row + 4) * 6, 6, 6);
                }
            }
        }
        g.dispose();
        return picture;
    }

    /** Packed as telephones do it. */
    public static byte[] jpeg(BufferedImage picture, boolean passes) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.8f);
            how.setProgressiveMode(passes ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void paint(Graphics2D g, QrCode code, double x, double y, double dot) {
        double side = (code.size() + 8) * dot;
        g.translate(x - side / 2, y - side / 2);
        g.scale(dot, dot);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, code.size() + 8, code.size() + 8);
        g.setColor(Color.BLACK);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.dark(column, row)) {
                    g.fillRect(column + 4, row + 4, 1, 1);
                }
            }
        }
    }

    /** Darker towards one side, and grain everywhere. */
    private static void light(BufferedImage picture) {
        Random random = new Random(7);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double light = 0.55 + 0.45 * x / picture.getWidth();
                int grain = random.nextInt(31) - 15;
                int dot = picture.getRGB(x, y);
                picture.setRGB(
                        x,
                        y,
                        part(dot >> 16, light, grain) << 16
                                | part(dot >> 8, light, grain) << 8
                                | part(dot, light, grain));
            }
        }
    }

    private static int part(int dot, double light, int grain) {
        return Math.clamp(Math.round((dot & 0xff) * light + grain), 0, 0xff);
    }
}
