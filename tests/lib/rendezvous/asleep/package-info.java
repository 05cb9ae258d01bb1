/** Programs that are stuck, and programs that only look so; each list runs in a JVM of its own, on its main thread. */
package rendezvous.asleep;
