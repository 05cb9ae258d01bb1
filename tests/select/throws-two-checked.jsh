// Cases that throw unrelated checked exceptions: the select throws Exception
Chan<String> names = Chan.make(1);
Chan<String> texts = Chan.make(1);
texts.send("10 o'clock");
try {
    select(
            onReceive(names, name -> { throw new IOException("no file " + name); }),
            onReceive(texts, text -> { throw new java.text.ParseException(text, 3); }));
} catch (IOException | java.text.ParseException e) {
    println(e.getClass().getSimpleName() + ": " + e.getMessage());
} catch (Exception e) {
    throw e;
}
// Output: ParseException: 10 o'clock
