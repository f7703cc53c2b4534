using System.Globalization;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>Writes a contract as the C# expression that makes it, value for value.</summary>
internal static class ContractExpression
{
    private const string Contracts = "global::ZooInfra.Contracts.";
    private const string Noda = "global::NodaTime.";

    /// <summary>The arguments of the contract's constructor, in order.</summary>
    public static IReadOnlyList<string> Arguments(TenantContract contract) =>
    [
        CodeWriter.Literal(contract.Id),
        CodeWriter.Literal(contract.Name),
        Sla(contract.Sla),
        contract.Billing is { } billing ? $"{Contracts}BillingModel.{billing}" : "null",
        Array("PatchWindow", contract.PatchWindows, Window),
        Array("RegimeScope", contract.Regimes, regime => $"new {Contracts}RegimeScope({Contracts}Regime.{regime.Regime}, {Number(regime.Tier)}, {Text(regime.Clause)})"),
        Array("StoryCard", contract.Cards, Card),
    ];

    private static string Sla(SlaPromise? sla)
        => sla is null
            ? "null"
            : $"new {Contracts}SlaPromise({(sla.Availability is { } availability ? $"new {Contracts}Availability({Number(availability.PartsPerMillion)})" : "null")}, "
                + $"{Duration(sla.Response)}, {Duration(sla.Recovery)}, {Contracts}WindowAccounting.{sla.WindowAccounting}, {Text(sla.Clause)})";

    private static string Window(PatchWindow window)
        => $"new {Contracts}PatchWindow({ArrayOf(Noda + "IsoDayOfWeek", window.Days.Select(day => $"{Noda}IsoDayOfWeek.{day}"))}, "
            + $"{Time(window.Start)}, {Time(window.End)}, {Text(window.Zone)}, {Duration(window.MaxDowntime)})";

    private static string Card(StoryCard card)
        => $"new {Contracts}StoryCard({Text(card.Title)}, {ArrayOf("string", card.Scope.Select(Text))}, {ArrayOf("string", card.Acceptance.Select(Text))}, "
            + $"{Duration(card.MaxDowntime)}, {(card.SandboxTest ? "true" : "false")}, {Text(card.Contract)})";

    private static string Array<T>(string type, EquatableArray<T> items, Func<T, string> write) => ArrayOf(Contracts + type, items.Select(write));

    private static string ArrayOf(string type, IEnumerable<string> items)
        => items.Any() ? $"new {Contracts}EquatableArray<{type}>(new {type}[] {{ {string.Join(", ", items)} }})" : "default";

    private static string Duration(ContractDuration? duration)
        => duration is { Length: var length } ? $"new {Contracts}ContractDuration({Noda}Duration.FromSeconds({Number((long)length.TotalSeconds)}L))" : "null";

    private static string Time(LocalTime time) => $"new {Noda}LocalTime({Number(time.Hour)}, {Number(time.Minute)})";

    private static string Text(string? value) => value is null ? "null" : CodeWriter.Literal(value);

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
