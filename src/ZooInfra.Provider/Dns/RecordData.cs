namespace ZooInfra.Provider.Dns;

/// <summary>The data of one record in its one spelling; equal data has equal text.</summary>
/// <param name="Text">Master file presentation; names are absolute and end with a dot.</param>
/// <param name="Order">Its place among the data of a record set, in ordinal order.</param>
internal sealed record RecordData(string Text, string Order);
