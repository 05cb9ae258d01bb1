package rendezvous.trace;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The events that the library writes to the flight recorder. Their names and fields are what recordings refer to. */
final class FlightEvents {
    private FlightEvents() {}

    /** What every event says: about whom. */
    @StackTrace(false)
    abstract static class OfGoroutine extends jdk.jfr.Event {
        @Label("Goroutine")
        @Nullable
        String goroutine;

        @Label("Number")
        long number;
    }

    /** What events say that are about a thing, and perhaps another goroutine. */
    abstract static class OfThing extends OfGoroutine {
        @Label("Subject")
        @Description("What it was done with: a channel's name, a kind of lock")
        @Nullable
        String subject;

        @Label("Peer")
        @Description("The other goroutine, if there is one and it is known")
        @Nullable
        String peer;
    }

    @Name("rendezvous.Goroutine")
    @Label("Goroutine")
    @Category({"Rendezvous", "Goroutines"})
    @Description("The life of a goroutine, from its start to its end")
    static final class Life extends OfGoroutine {
        @Label("Started by")
        @Nullable
        String parent;

        @Label("Threw")
        @Description("What its code threw; null if it returned")
        @Nullable
        String threw;
    }

    @Name("rendezvous.Wait")
    @Label("Wait")
    @Category({"Rendezvous", "Waits"})
    @Description("A goroutine waits in an operation of the library")
    static final class Waits extends OfThing {
        @Label("Reason")
        @Nullable
        String reason;
    }

    @Name("rendezvous.Send")
    @Label("Send")
    @Category({"Rendezvous", "Channels"})
    @Description("A value was given to a channel")
    static final class Send extends OfThing {
        @Label("Value")
        @Nullable
        String value;
    }

    @Name("rendezvous.Receive")
    @Label("Receive")
    @Category({"Rendezvous", "Channels"})
    @Description("A value was taken from a channel, or the channel was seen to be closed")
    static final class Receive extends OfThing {
        @Label("Value")
        @Nullable
        String value;
    }

    @Name("rendezvous.Close")
    @Label("Close")
    @Category({"Rendezvous", "Channels"})
    @Description("A channel was closed")
    static final class Close extends OfThing {}

    @Name("rendezvous.Select")
    @Label("Select")
    @Category({"Rendezvous", "Channels"})
    @Description("A select chose a case")
    static final class Select extends OfThing {
        @Label("Case")
        int index;

        @Label("Cases")
        int cases;

        @Label("Kind of case")
        @Nullable
        String way;
    }

    @Name("rendezvous.Lock")
    @Label("Lock")
    @Category({"Rendezvous", "Locks"})
    @Description("A lock, or a part of a semaphore, was taken or given back")
    static final class Lock extends OfThing {
        @Label("Given back")
        boolean unlock;

        @Label("Shared with readers")
        boolean reads;

        @Label("Amount")
        @Description("Of a semaphore; else 1")
        long amount;
    }

    @Name("rendezvous.Cancel")
    @Label("Cancel")
    @Category({"Rendezvous", "Contexts"})
    @Description("A context was ended")
    static final class Cancel extends OfGoroutine {}
}
