/** What the library does at one moment, tried by Lincheck on platform threads. */
package rendezvous.stress.lin;
