package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void isReadAsTheAddress() throws Exception {
        QrCode code = QrCode.of(Statements.ADDRESS);
        BitMatrix seen = new BitMatrix(code.size());
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.dark(column, row)) {
                    seen.set(column, row);
                }
            }
        }

        assertThat(new Decoder().decode(seen).getText()).isEqualTo(Statements.ADDRESS);
    }
}
