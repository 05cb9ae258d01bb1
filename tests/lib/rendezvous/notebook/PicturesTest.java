package rendezvous.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import rendezvous.chan.Chan;
import rendezvous.chart.Figure;
import rendezvous.exercise.Card;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;

final class PicturesTest {
    private final Renderer renderer = new Renderer();

    PicturesTest() {
        Pictures.register(renderer);
    }

    private record Plain(String title, String caption, String alt, String text) implements Figure {
        @Override
        public BufferedImage image(double scale) {
            return new BufferedImage((int) (30 * scale), (int) (20 * scale), BufferedImage.TYPE_INT_RGB);
        }

        @Override
        public int width() {
            return 30;
        }

        @Override
        public int height() {
            return 20;
        }
    }

    private static BufferedImage pictureIn(String html) throws IOException {
        String base64 = html.replaceFirst("(?s).*;base64,", "").replaceFirst("(?s)\".*", "");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    @Test
    void aFigure_isHtmlWithAPictureOfTwiceItsSize_andText() throws IOException {
        DisplayData data = renderer.render(new Plain("t", "5 < 6", "\"quoted\" & <b>'s", "a table"));
        String html = String.valueOf(data.getData(MIMEType.TEXT_HTML));
        assertTrue(html.contains("alt=\"&quot;quoted&quot; &amp; &lt;b&gt;&#39;s\""), html);
        assertTrue(html.contains("width=\"30\""), html);
        assertTrue(html.contains(">5 &lt; 6</figcaption>"), html);
        assertEquals(60, pictureIn(html).getWidth());
        assertEquals(40, pictureIn(html).getHeight());
        assertEquals("a table", data.getData(MIMEType.TEXT_PLAIN));
        assertFalse(data.hasDataForType(MIMEType.IMAGE_PNG), "the picture would be saved twice");
    }

    @Test
    void aFigureWithoutCaption_hasNone() {
        String html = Pictures.html(new Plain("", "", "a", ""));
        assertFalse(html.contains("figcaption"), html);
    }

    @Test
    void aChartOfXChart_isAFigure() {
        XYChart chart =
                new XYChartBuilder().width(300).height(200).title("Sends").build();
        chart.addSeries("rate", new double[] {1, 2}, new double[] {3, 4});
        assertTrue(Pictures.draws(chart));
        String html = String.valueOf(renderer.render(chart).getData(MIMEType.TEXT_HTML));
        assertTrue(html.matches("(?s)<figure.*alt=\"[^\"]*Sends[^\"]*rate.*"), html);
    }

    @Test
    void aRunsReport_hasNamesAsCode_andBackticksInText() throws InterruptedException {
        Run run = Lab.run(() -> Chan.<Integer>named("ch").send(1));
        DisplayData data = renderer.render(run);
        String html = String.valueOf(data.getData(MIMEType.TEXT_HTML));
        assertTrue(html.contains("main waits to send on <code>ch</code>"), html);
        assertFalse(html.contains("`"), "raw");
        assertTrue(String.valueOf(data.getData(MIMEType.TEXT_PLAIN)).contains("on `ch`"));
    }

    @Test
    void aCard_isItsHtmlAndItsText() {
        Card card = new Card() {
            @Override
            public String html() {
                return "<b>passed</b>";
            }

            @Override
            public String text() {
                return "passed";
            }
        };
        DisplayData data = renderer.render(card);
        assertEquals("<b>passed</b>", data.getData(MIMEType.TEXT_HTML));
        assertEquals("passed", data.getData(MIMEType.TEXT_PLAIN));
        assertTrue(Pictures.draws(card));
    }
}
