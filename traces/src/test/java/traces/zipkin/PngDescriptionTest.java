package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class PngDescriptionTest {

    private static final String TEXT = "GET /match\nbière, 80 × GET";

    @Test
    void isReadAgain() throws IOException {
        assertThat(PngDescription.of(PngDescription.add(png(), TEXT))).isEqualTo(TEXT);
        assertThat(PngDescription.of(png())).isEmpty();
    }

    @Test
    void isWhatAnotherReaderOfPngFinds() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(PngDescription.add(png(), TEXT))));
        IIOMetadataNode all = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        IIOMetadataNode text =
                (IIOMetadataNode) all.getElementsByTagName("iTXtEntry").item(0);

        assertThat(text.getAttribute("keyword")).isEqualTo("Description");
        assertThat(text.getAttribute("text")).isEqualTo(TEXT);
        assertThat(reader.read(0).getWidth()).isEqualTo(3);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
