using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>A class that can be a client: how to write another part of it, and what its attributes say.</summary>
/// <param name="Namespace">Its namespace as source; empty for the global one.</param>
/// <param name="Parts">The headers of the types around it and its own, outermost first: <c>partial class AcmeCorp</c>.</param>
/// <param name="FullName">Its name as source, from <c>global::</c> on.</param>
/// <param name="UniqueName">A name in letters, digits, dots and underscores that no other class has, case not regarded.</param>
/// <param name="Facts">What its attributes say.</param>
/// <param name="Endpoints">What its own members answer.</param>
internal sealed record ClassSpec(
    string Namespace,
    EquatableArray<string> Parts,
    string FullName,
    string UniqueName,
    TenantFacts Facts,
    EquatableArray<EndpointSpec> Endpoints);
