/** Proof under load: the programs behind {@code ./course test stress}. */
package rendezvous.stress;
