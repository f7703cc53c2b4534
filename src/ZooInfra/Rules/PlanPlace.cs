namespace ZooInfra.Rules;

/// <summary>Where a value of a running program is.</summary>
/// <param name="Urn">The component or resource it was given to.</param>
/// <param name="Path">The path of the property: <c>args.Records[3].Ttl</c>; empty for the component itself.</param>
/// <param name="IsSecret">Whether nobody may see the value.</param>
internal sealed record PlanPlace(string Urn, string Path, bool IsSecret)
{
    public PlanPlace Member(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public PlanPlace Item(int index) => this with { Path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}[{index}]") };
}
