package rendezvous.chart;

import java.awt.Color;

/**
 * How a piece of text is set.
 *
 * @param size in pixels
 * @param bold whether it is bold
 * @param color its colour
 */
record Type(double size, boolean bold, Color color) {
    static final Type TITLE = new Type(House.TITLE, true, House.INK);
    static final Type TEXT = new Type(House.TEXT, false, House.INK);
    static final Type SMALL = new Type(House.SMALL, false, House.INK);
    static final Type VALUE = new Type(House.SMALL, true, House.INK);
    static final Type SOFT = new Type(House.SMALL, false, House.SOFT);
    static final Type BAD = new Type(House.SMALL, true, House.BAD);
}
