// A channel of maps of lists
Chan<Map<String, List<Integer>>> marks = Chan.make(1);
marks.send(Map.of("Ann", List.of(1, 2)));
select(onReceive(marks, byName -> byName.forEach((name, list) -> println(name + " " + list.getLast()))));
// Output: Ann 2
