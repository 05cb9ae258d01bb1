/** What the library orders in memory, tried by jcstress on real threads. */
package rendezvous.stress.memory;
