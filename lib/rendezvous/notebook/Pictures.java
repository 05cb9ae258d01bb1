package rendezvous.notebook;

import java.awt.image.RenderedImage;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;

/** What draws itself, and how. */
final class Pictures {
    private Pictures() {}

    /** Whether the value is shown as more than its text. */
    static boolean draws(Object value) {
        return value instanceof DisplayData || value instanceof DisplayDataRenderable || value instanceof RenderedImage;
    }
}
