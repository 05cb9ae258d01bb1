// As many cases as there are channels
List<Chan<Integer>> sources = new ArrayList<>();
for (int i = 0; i < 5; i++) {
    sources.add(Chan.make(1));
}
sources.get(3).send(33);
Select s = new Select();
List<ReceiveCase<Integer>> cases = sources.stream().map(s::receive).toList();
int chosen = s.await();
println(chosen + ": " + cases.get(chosen).value());   // Output: 3: 33
