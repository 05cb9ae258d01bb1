// hostile: is no kitchen at all
// says: wants a `Kitchen`, got
class MyKitchen {}
