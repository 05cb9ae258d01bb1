package rendezvous.chart;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** Tells how wide a text is; a seam, so that tests of geometry do not depend on the machine's fonts. */
@FunctionalInterface
interface TextMeter {
    /** Measures with the fonts of this machine. */
    TextMeter REAL = (text, type) -> text.isEmpty()
            ? 0
            : new TextLayout(text, House.font(type.size(), type.bold()), new FontRenderContext(null, true, true))
                    .getAdvance();

    /** Returns the width in pixels. */
    double width(String text, Type type);

    /** Returns the text, or as much of its beginning as fits with an ellipsis after it. */
    default String fit(String text, Type type, double room) {
        if (width(text, type) <= room) {
            return text;
        }
        int length = text.codePointCount(0, text.length());
        while (length > 1) {
            length--;
            String shorter = text.substring(0, text.offsetByCodePoints(0, length)) + "…";
            if (width(shorter, type) <= room) {
                return shorter;
            }
        }
        return "…";
    }
}
