using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>How rules write values into messages.</summary>
internal static class RuleText
{
    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Windows(EquatableArray<PatchWindow> windows) => string.Join("; ", windows.Select(window =>
        window.MaxDowntime is { } limit ? $"{window}, at most {limit}" : window.ToString()));

    public static string Clause(SlaPromise sla) => sla.Clause is { } clause ? $" (clause {clause})" : "";
}
