// Latency histograms
// One above the other on one logarithmic axis, each with its median and its 99th percentile.
Latencies sends = Latencies.titled("How long does a send take?");
Chan<Integer> direct = Chan.make(), roomy = Chan.make(1_000);
go(() -> { for (int value : direct) Thread.onSpinWait(); });
go(() -> { for (int value : roomy) Thread.onSpinWait(); });
sends.measure("unbuffered", 20_000, () -> direct.send(1));
sends.measure("room for 1 000", 20_000, () -> roomy.send(1));
direct.close();
roomy.close();
sends.histogram()
