package rendezvous.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * The colours and fonts of all pictures: one look.
 *
 * <p>Text has a contrast of at least 4.5 to 1 on the panel, lines and fills at least 3 to 1 (WCAG 2 AA), and colours that
 * stand for different things stay apart for eyes that lack one kind of receptor. Tests measure both.
 */
final class House {
    static final Color PANEL = new Color(0xFBFCFD);
    static final Color INK = new Color(0x1F2933);
    static final Color SOFT = new Color(0x56626F);
    static final Color BORDER = new Color(0xD9DFE5);
    static final Color GRID = new Color(0xE6EAEE);
    static final Color BAD = new Color(0xB42D1B);

    static final Color GREEN = new Color(0x228F6D);
    static final Color ORANGE = new Color(0xC25E00);
    static final Color BLUE = new Color(0x2469AF);
    static final Color PURPLE = new Color(0x7E2D81);
    static final Color SLATE = new Color(0x6B7785);
    static final Color BROWN = new Color(0x5D3A24);

    /** The colours of a chart's series, in order of use; markers and dashes differ too. */
    static final List<Color> SERIES = List.of(BLUE, ORANGE, GREEN, PURPLE, SLATE, BROWN);

    static final double TITLE = 14;
    static final double TEXT = 12.5;
    static final double SMALL = 11.5;

    private House() {}

    /** Returns the font; the logical one, because that finds a glyph for whatever a value's text holds. */
    static Font font(double size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }
}
