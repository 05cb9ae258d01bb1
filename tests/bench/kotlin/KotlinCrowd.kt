package rendezvous.bench

import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select

/** So many coroutines that wait for a value from one channel, and wait again when they got one. */
class KotlinCrowd(size: Int) {
    private val crowded = Channel<Int>()
    private val count = AtomicInteger()
    private val all = List(size) {
        CoroutineScope(Dispatchers.Default).launch {
            count.incrementAndGet()
            while (crowded.receiveCatching().isSuccess) {
                // And again.
            }
        }
    }

    /** How many wait, or are about to. */
    val arrived: Int
        get() = count.get()

    /** Each value is taken by the coroutine that has waited longest, which then queues up behind all others. */
    fun serve(messages: Int) = runBlocking(Dispatchers.Default) {
        for (i in 0 until messages) {
            crowded.send(i)
        }
    }

    /** A select queues up behind the crowd, and leaves from there because its other case came; gives the sum. */
    fun cancel(messages: Int): Long = runBlocking(Dispatchers.Default) {
        val quiet = Channel<Int>()
        val answers = Channel<Int>()
        val other = launch {
            repeat(messages) {
                answers.send(
                    select<Int> {
                        crowded.onReceive { v -> v }
                        quiet.onReceive { v -> v }
                    },
                )
            }
        }
        var sum = 0L
        for (i in 0 until messages) {
            quiet.send(i)
            sum += answers.receive()
        }
        other.join()
        sum
    }

    /** Lets them end. */
    fun dismiss() = runBlocking {
        crowded.close()
        all.joinAll()
    }
}
