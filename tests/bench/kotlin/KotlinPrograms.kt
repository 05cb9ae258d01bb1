@file:JvmName("KotlinPrograms")

package rendezvous.bench

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.onTimeout
import kotlinx.coroutines.selects.select
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Runs a program in a coroutine on the default dispatcher, as Go runs `main` on a goroutine. */
private fun <T> run(program: suspend CoroutineScope.() -> T): T = runBlocking(Dispatchers.Default, program)

/** One coroutine sends, another receives; gives the sum of what was received. */
fun oneToOne(capacity: Int, count: Int): Long = run {
    val ch = Channel<Int>(capacity)
    val sender = launch {
        for (i in 0 until count) {
            ch.send(i)
        }
    }
    var sum = 0L
    repeat(count) { sum += ch.receive() }
    sender.join()
    sum
}

/** A request over one channel, its answer over another. */
fun roundTrip(count: Int): Long = run {
    val requests = Channel<Int>()
    val answers = Channel<Int>()
    val server = launch { repeat(count) { answers.send(requests.receive()) } }
    var sum = 0L
    for (i in 0 until count) {
        requests.send(i)
        sum += answers.receive()
    }
    server.join()
    sum
}

/** One buffer between so many senders and as many receivers, `each` messages per side. */
fun manyToMany(capacity: Int, sides: Int, each: Int): Long = run {
    val ch = Channel<Int>(capacity)
    val sums = LongArray(sides)
    val all = ArrayList<Job>()
    for (me in 0 until sides) {
        all += launch {
            for (i in 0 until each) {
                ch.send(i)
            }
        }
        all += launch {
            var sum = 0L
            repeat(each) { sum += ch.receive() }
            sums[me] = sum
        }
    }
    all.joinAll()
    sums.sum()
}

/** Four coroutines send, `each` messages on a channel of its own; one receives from whichever is ready. */
fun selectOverFour(each: Int): Long = run {
    val channels = List(4) { Channel<Int>() }
    val senders = channels.map { ch ->
        launch {
            for (i in 0 until each) {
                ch.send(i)
            }
        }
    }
    val (c0, c1, c2, c3) = channels
    var sum = 0L
    repeat(4 * each) {
        sum += select<Int> {
            c0.onReceive { v -> v }
            c1.onReceive { v -> v }
            c2.onReceive { v -> v }
            c3.onReceive { v -> v }
        }
    }
    senders.joinAll()
    sum
}

/** One sends `count` messages, round all channels; one receives, with a select that has a case for each. */
fun selectOver(cases: Int, count: Int): Long = run {
    val channels = List(cases) { Channel<Int>() }
    val sender = launch {
        for (i in 0 until count) {
            channels[i % cases].send(i)
        }
    }
    var sum = 0L
    repeat(count) {
        sum += select<Int> {
            for (ch in channels) {
                ch.onReceive { v -> v }
            }
        }
    }
    sender.join()
    sum
}

/** One to one, and each receive is a select that would give up after a time. */
@OptIn(ExperimentalCoroutinesApi::class)
fun orTimeout(count: Int, millis: Long): Long = run {
    val ch = Channel<Int>()
    val sender = launch {
        for (i in 0 until count) {
            ch.send(i)
        }
    }
    var sum = 0L
    repeat(count) {
        sum += select<Int> {
            ch.onReceive { v -> v }
            onTimeout(millis) { -1 }
        }
    }
    sender.join()
    sum
}

/** So many coroutines count, each so far, under one lock. */
fun mutex(sides: Int, each: Int): Long = run {
    val lock = Mutex()
    var count = 0L
    val all = List(sides) {
        launch {
            repeat(each) { lock.withLock { count++ } }
        }
    }
    all.joinAll()
    count
}

/** Starts a coroutine for each place of the array, then waits for each. */
fun start(results: IntArray) = run {
    val all = arrayOfNulls<Job>(results.size)
    for (me in results.indices) {
        all[me] = launch { results[me] = me }
    }
    for (job in all) {
        job!!.join()
    }
}
