// hostile: does not implement the interface
// error: MyKitchen is not abstract and does not override abstract method open
class MyKitchen implements Kitchen {
    void cook() {}
}
