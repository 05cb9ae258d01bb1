/**
 * The laboratory: runs of concurrent programs under a scheduler and a clock of our own, where each schedule can be chosen,
 * replayed and searched for. {@link rendezvous.lab.Lab} is where to start.
 *
 * <h2>What is a step</h2>
 *
 * Goroutines of a run give way to each other at the operations of the library, before each and after those that others
 * may have waited for, at prints, and where they wait. Between two steps nobody comes: a program whose goroutines share
 * fields without locks is not caught in between, except at steps.
 *
 * <h2>What becomes of the JDK's own waiting</h2>
 *
 * <table>
 * <caption>Waiting by means of the JDK in a run</caption>
 * <thead><tr><th>what</th><th>becomes</th><th>instead</th></tr></thead>
 * <tbody>
 * <tr><td>{@code ReentrantLock} and its conditions, {@code ReentrantReadWriteLock}, {@code Semaphore},
 *   {@code CountDownLatch}, {@code CyclicBarrier}, {@code Phaser}, blocking queues, {@code CompletableFuture},
 *   {@code LockSupport.park}: without a time</td>
 *   <td>controlled: its waits are the scheduler's</td><td></td></tr>
 * <tr><td>virtual threads, executors that start one for each task</td>
 *   <td>controlled: they belong to the run of who started them</td><td></td></tr>
 * <tr><td>{@code synchronized} that nobody else holds</td><td>controlled</td><td></td></tr>
 * <tr><td>{@code synchronized} that another goroutine holds</td><td>refused, or rewritten</td>
 *   <td>{@code Mutex}</td></tr>
 * <tr><td>{@code Object.wait}</td><td>refused, or rewritten</td><td>{@code Cond}</td></tr>
 * <tr><td>{@code Thread.sleep}</td><td>refused, or rewritten</td>
 *   <td>{@code sleep(Duration)} of the library</td></tr>
 * <tr><td>waits with a time: {@code parkNanos}, {@code tryLock}, {@code get}, {@code poll} …</td>
 *   <td>refused</td><td>{@code select} with {@code after(Duration)}, a context with a timeout</td></tr>
 * <tr><td>{@code join} of a platform thread</td><td>refused</td><td>{@code go(…)} and {@code await()}</td></tr>
 * <tr><td>the common pool, parallel streams, pools of platform threads, timers of the JDK</td>
 *   <td>found out when they wake somebody of the run, and refused by the thread's name</td><td>{@code go(…)}</td></tr>
 * <tr><td>a loop that waits without a step</td><td>stopped after some seconds, and shown with its stack</td>
 *   <td>any wait of the library</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Refused means that the run ends with a failure that says who waited in what, and where.
 *
 * <p>Rewritten means that it is controlled where the agent is, in classes under study: in notebooks those are the cells. There
 * monitors are the run's own, a sleep takes time of the run's clock, and {@code System.nanoTime()},
 * {@code System.currentTimeMillis()} and {@code Instant.now()} are that clock's. Elsewhere they are the real clock; the run's
 * is {@code World.current().now()}.
 *
 * <p>No run depends on the agent. On a JVM that does not open {@code java.lang}, or whose inside has moved, all waits by means of the
 * JDK are refused; what goes through the library runs the same schedules, more slowly.
 */
@NullMarked
package rendezvous.lab;

import org.jspecify.annotations.NullMarked;
