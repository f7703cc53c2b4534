namespace Pulumi;

// Tuple is one method for each number of values, once for inputs and once for outputs.
public static partial class Output
{
    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Join<(T1, T2)>([item1.ToOutput(), item2.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Join<(T1, T2, T3)>([item1.ToOutput(), item2.ToOutput(), item3.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Join<(T1, T2, T3, T4)>([item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
        => Join<(T1, T2, T3, T4, T5)>([item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    /// <typeparam name="T6">The type of value 6.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
        => Join<(T1, T2, T3, T4, T5, T6)>([item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!, (T6)values[5]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    /// <typeparam name="T6">The type of value 6.</typeparam>
    /// <typeparam name="T7">The type of value 7.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Join<(T1, T2, T3, T4, T5, T6, T7)>([item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!, (T6)values[5]!, (T7)values[6]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <param name="item8">Value 8.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    /// <typeparam name="T6">The type of value 6.</typeparam>
    /// <typeparam name="T7">The type of value 7.</typeparam>
    /// <typeparam name="T8">The type of value 8.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Join<(T1, T2, T3, T4, T5, T6, T7, T8)>([item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput()], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!, (T6)values[5]!, (T7)values[6]!, (T8)values[7]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => Join<(T1, T2)>([item1, item2], values => ((T1)values[0]!, (T2)values[1]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => Join<(T1, T2, T3)>([item1, item2, item3], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => Join<(T1, T2, T3, T4)>([item1, item2, item3, item4], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
        => Join<(T1, T2, T3, T4, T5)>([item1, item2, item3, item4, item5], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    /// <typeparam name="T6">The type of value 6.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
        => Join<(T1, T2, T3, T4, T5, T6)>([item1, item2, item3, item4, item5, item6], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!, (T6)values[5]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    /// <typeparam name="T6">The type of value 6.</typeparam>
    /// <typeparam name="T7">The type of value 7.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => Join<(T1, T2, T3, T4, T5, T6, T7)>([item1, item2, item3, item4, item5, item6, item7], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!, (T6)values[5]!, (T7)values[6]!));

    /// <summary>All values together; unknown or secret as soon as one is.</summary>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <param name="item8">Value 8.</param>
    /// <typeparam name="T1">The type of value 1.</typeparam>
    /// <typeparam name="T2">The type of value 2.</typeparam>
    /// <typeparam name="T3">The type of value 3.</typeparam>
    /// <typeparam name="T4">The type of value 4.</typeparam>
    /// <typeparam name="T5">The type of value 5.</typeparam>
    /// <typeparam name="T6">The type of value 6.</typeparam>
    /// <typeparam name="T7">The type of value 7.</typeparam>
    /// <typeparam name="T8">The type of value 8.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => Join<(T1, T2, T3, T4, T5, T6, T7, T8)>([item1, item2, item3, item4, item5, item6, item7, item8], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!, (T4)values[3]!, (T5)values[4]!, (T6)values[5]!, (T7)values[6]!, (T8)values[7]!));
}
