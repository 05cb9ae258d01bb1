/** The classic cases of the memory model, each written once for jcstress and for the race detector. */
package rendezvous.stress.litmus;
