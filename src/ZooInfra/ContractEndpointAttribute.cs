namespace ZooInfra;

/// <summary>
/// Serves a member of a client's class under <c>/client/ID/NAME</c>, as text and as JSON. The member is a static property or a static method without parameters; it
/// gives a text, a flag, a number, an enum, a day, an instant, a list of those, or a record of those. It is asked anew for each request.
/// </summary>
/// <param name="name">The last segment of the path, snake_case: <c>data_residency</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class ContractEndpointAttribute(string name) : Attribute
{
    /// <summary>The last segment of the path.</summary>
    public string Name { get; } = name;
}
