package org.meritstream.issuance.form;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a QR code (ISO/IEC 18004), readable with a sixth of it damaged. */
final class QrCode {
    private final ByteMatrix dots;

    private QrCode(ByteMatrix dots) {
        this.dots = dots;
    }

    /**
     * The code of an address.
     *
     * @throws IllegalArgumentException when it is too long for any
     */
    static QrCode of(String address) {
        try {
            return new QrCode(Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("An address of " + address.length() + " characters", e);
        }
    }

    /** How many dots wide and high it is, without the margin of four that it needs. */
    int size() {
        return dots.getWidth();
    }

    /** Whether the dot is dark; from the left, and from the top. */
    boolean dark(int column, int row) {
        return dots.get(column, row) == 1;
    }
}
