// A chart of your own
// Whatever you build with XChart gets the look of the house, a caption and an alternative text.
double[] angle = IntStream.range(0, 40).mapToDouble(i -> i / 6.0).toArray();
XYChart chart = new XYChartBuilder().width(680).height(340).title("Sine and cosine")
    .xAxisTitle("angle in radians").yAxisTitle("value").build();
chart.addSeries("sine", angle, DoubleStream.of(angle).map(Math::sin).toArray());
chart.addSeries("cosine", angle, DoubleStream.of(angle).map(Math::cos).toArray());
chart
