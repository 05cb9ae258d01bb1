@file:JvmName("KotlinCompounds")

package rendezvous.bench

import java.util.function.IntUnaryOperator
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withPermit

private fun <T> run(program: suspend CoroutineScope.() -> T): T = runBlocking(Dispatchers.Default, program)

/** Starts a coroutine for each place of the array in one scope, which waits for all and would tell the first failure. */
fun group(results: IntArray) = run {
    coroutineScope {
        for (me in results.indices) {
            launch { results[me] = me }
        }
    }
}

/** So many coroutines count, each so far, and only so many at a time. */
fun semaphore(permits: Int, sides: Int, each: Int): Long = run {
    val semaphore = Semaphore(permits)
    val sums = LongArray(sides)
    val all = List(sides) { me ->
        launch {
            var sum = 0L
            repeat(each) { semaphore.withPermit { sum++ } }
            sums[me] = sum
        }
    }
    all.joinAll()
    sums.sum()
}

/** So many workers take jobs from one channel and send their results on another; gives the sum of these. */
fun pool(workers: Int, count: Int, job: IntUnaryOperator): Long = run {
    val jobs = Channel<Int>(workers)
    val results = Channel<Int>(workers)
    repeat(workers) {
        launch {
            for (one in jobs) {
                results.send(job.applyAsInt(one))
            }
        }
    }
    launch {
        for (i in 0 until count) {
            jobs.send(i)
        }
        jobs.close()
    }
    var sum = 0L
    repeat(count) { sum += results.receive() }
    sum
}

/** So many stages, each of which adds one to what it gets; gives the sum of what comes out. */
fun pipeline(stages: Int, count: Int): Long = run {
    val source = Channel<Int>()
    var last = source
    repeat(stages) {
        val from = last
        val to = Channel<Int>()
        launch {
            for (value in from) {
                to.send(value + 1)
            }
            to.close()
        }
        last = to
    }
    launch {
        for (i in 0 until count) {
            source.send(i)
        }
        source.close()
    }
    var sum = 0L
    for (value in last) {
        sum += value
    }
    sum
}
