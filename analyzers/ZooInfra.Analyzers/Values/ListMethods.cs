namespace ZooInfra.Analyzers.Values;

/// <summary>What methods of collections do to them, by name.</summary>
internal static class ListMethods
{
    /// <summary>Whether the method leaves what is there and adds to it.</summary>
    public static bool Grows(string method) => method is "Add" or "AddRange" or "TryAdd" or "Insert" or "InsertRange" or "Push" or "Enqueue" or "AddFirst" or "AddLast";

    /// <summary>Whether the method may change the collection at all.</summary>
    public static bool Changes(string method)
        => Grows(method) || method is "Clear" or "Sort" or "Reverse" or "Pop" or "Dequeue" or "SetItem" or "Fill" or "SetValue" or "UnionWith" or "ExceptWith" or "IntersectWith" or "SymmetricExceptWith"
            || method.StartsWith("Remove", StringComparison.Ordinal)
            || method.StartsWith("Set", StringComparison.Ordinal);

    /// <summary>Whether the method leaves the collection and all in it as it is.</summary>
    public static bool OnlyReads(string method)
        => method is "ToArray" or "ToList" or "Contains" or "ContainsKey" or "TryGetValue" or "IndexOf" or "AsReadOnly" or "CopyTo" or "Exists" or "Equals" or "GetHashCode" or "ToString" or "GetType" or "GetRange" or "BinarySearch" or "ForEach";
}
