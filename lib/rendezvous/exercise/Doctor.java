package rendezvous.exercise;

import rendezvous.chart.Fonts;
import rendezvous.race.Agent;

/**
 * Looks whether the machine and the kernel have what the course needs, and says what to do where they have not.
 *
 * <p>It looks at what this kernel sees; {@code ./course doctor} looks at what is around it.
 */
public final class Doctor {
    private static final Runtime.Version LEAST = Runtime.Version.parse("25");
    private static final Runtime.Version SOUND = Runtime.Version.parse("25.0.3");
    private static final long LEAST_MEGABYTES = 180;

    private Doctor() {}

    /**
     * What was found.
     *
     * @param java the version of the JDK
     * @param races whether the kernel can find data races
     * @param families how many families of fonts there are
     * @param paints whether Java can paint a text
     * @param cores how many processors the kernel sees
     * @param megabytes how much memory Java may use for objects
     * @param kept whether progress is kept when the kernel ends
     */
    record Facts(
            Runtime.Version java,
            boolean races,
            int families,
            boolean paints,
            int cores,
            long megabytes,
            boolean kept) {}

    /** Examines this kernel. Nothing of it leaves the machine. */
    public static Card doctor() {
        Runtime machine = Runtime.getRuntime();
        return report(new Facts(
                Runtime.version(),
                Agent.installed() != null,
                Fonts.families(),
                Fonts.canPaint(),
                machine.availableProcessors(),
                machine.maxMemory() >> 20,
                Progress.isKept()));
    }

    /** Says what the facts mean. */
    static Sheet report(Facts facts) {
        boolean java = facts.java().compareToIgnoreOptional(LEAST) >= 0;
        boolean fonts = facts.families() > 0 && facts.paints();
        boolean sound = facts.java().compareToIgnoreOptional(SOUND) >= 0;
        boolean memory = facts.megabytes() >= LEAST_MEGABYTES;
        int wrong = (java ? 0 : 1) + (facts.races() ? 0 : 1) + (fonts ? 0 : 1);
        int notes = (java && !sound ? 1 : 0) + (facts.cores() > 1 ? 0 : 1) + (memory ? 0 : 1) + (facts.kept() ? 0 : 1);
        Sheet sheet = new Sheet(Sheet.Mark.NONE, "", "The doctor says: " + verdict(wrong, notes));
        sheet.item(java, "JDK", facts.java().toString());
        if (!java) {
            sheet.aside("The course needs JDK 25 or newer. Start it by `./course lab`, which looks for one.");
        } else if (!sound) {
            sheet.aside(
                    "Before 25.0.3 a virtual thread can stay asleep for ever (JDK-8369227). Install the newest patch.");
        }
        sheet.item(
                facts.races(),
                "Kernel",
                facts.races() ? "of the course; it can find data races" : "cannot find data races");
        if (!facts.races()) {
            sheet.aside("Start JupyterLab by `./course lab`: it brings the kernel that the course was written for.");
        }
        sheet.item(
                fonts,
                "Fonts",
                facts.families() + " families"
                        + (facts.paints() ? "; Java can paint text" : "; Java cannot paint text"));
        if (!fonts) {
            sheet.aside(
                    "Charts need fonts. On Debian and Ubuntu install fontconfig, libfreetype6 and fonts-dejavu-core.");
        }
        sheet.item(true, "Cores", Integer.toString(facts.cores()));
        if (facts.cores() == 1) {
            sheet.aside("One is enough for all chapters. Charts of speed-up stay flat on it, as their texts say.");
        }
        sheet.item(true, "Memory", facts.megabytes() + " MB for objects");
        if (!memory) {
            sheet.aside("That is little: the largest experiments may stop. Close other notebooks.");
        }
        sheet.item(true, "Progress", facts.kept() ? "is kept on this machine" : "is forgotten when the kernel ends");
        if (!facts.kept()) {
            sheet.aside("`./course lab` keeps it; other ways to start do not.");
        }
        return wrong == 0 ? sheet : sheet.say("`./course doctor`, in a terminal, looks further.");
    }

    private static String verdict(int wrong, int notes) {
        if (wrong > 0) {
            return "not well, " + Phrases.count(wrong, "thing") + " to mend";
        }
        return notes == 0 ? "all is well" : "the course works, " + Phrases.count(notes, "thing") + " to note";
    }
}
