package rendezvous.chart;

/** How an area is filled, so that what it stands for is seen without colour. */
enum Pattern {
    SOLID,
    /** Nothing but the edge. */
    EMPTY,
    /** Lines that rise to the right. */
    RISING,
    /** Lines that fall to the right. */
    FALLING,
    VERTICAL,
    HORIZONTAL,
    CROSSED,
    /** Lines that rise and fall in turn. */
    ZIGZAG,
    /** Upright and level lines. */
    SQUARES,
    /** Short level lines, those of a row between those of the next. */
    DASHES,
    DOTS,
    RINGS
}
