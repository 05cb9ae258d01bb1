package rendezvous.chart;

/** How an area is filled, so that what it stands for is seen without colour. */
enum Pattern {
    SOLID,
    /** Lines that rise to the right. */
    RISING,
    /** Lines that fall to the right. */
    FALLING,
    VERTICAL,
    HORIZONTAL,
    CROSSED,
    DOTS
}
