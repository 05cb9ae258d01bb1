package rendezvous.notebook;

/** Something that is done around each run of a cell. What it prints belongs to the cell's output. */
interface CellHook {
    /** Called before the cell's first statement. */
    default void before(Cell cell) {}

    /** Called when the cell's last statement has ended, or one has failed. */
    default void after(Cell cell) {}
}
