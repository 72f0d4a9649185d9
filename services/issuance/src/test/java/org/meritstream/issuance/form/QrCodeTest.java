package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
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

        DecoderResult read = new Decoder().decode(seen);

        assertThat(read.getText()).isEqualTo(Statements.ADDRESS);
        assertThat(read.getOther()).as("not seen as in a mirror").isNull();
    }
}
