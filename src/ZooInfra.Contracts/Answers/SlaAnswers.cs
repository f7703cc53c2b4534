using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary><c>sla</c>, <c>sla/versions</c> and <c>sla/versions/N</c>: the promise about availability and response, as it was, is and will be.</summary>
public static class SlaAnswers
{
    internal static IEnumerable<ContractAnswer> Of(TenantContract contract)
    {
        var versions = ContractVersions.OfSla(contract);
        if (!versions.Any(version => Text(version.Value) is not null))
        {
            yield break;
        }

        yield return new("sla", new(versions.Select(version => new AnswerEdition(version.First, Text(version.Value) ?? "nothing is promised", Json(contract, version).ToJson()))));
        yield return new("sla/versions", new([new(
            contract.Effective,
            string.Join("\n", versions.Select(Line)),
            AnswerValue.Record(("versions", AnswerValue.List(versions, version => Json(contract, version, withNumber: true).With(
                ("href", AnswerValue.Of($"/client/{contract.Id}/sla/versions/{Number(version)}")))))).ToJson())]));
        foreach (var version in versions)
        {
            yield return new($"sla/versions/{Number(version)}", new([new(
                contract.Effective,
                Line(version),
                Json(contract, version, withNumber: true).ToJson())]));
        }
    }

    /// <summary>The promise in words, <c>99.99 / 5m</c>; null when it only has terms and promises nothing.</summary>
    public static string? Text(SlaPromise sla)
        => sla switch
        {
            { Availability: not null } or { Response: not null } => sla.ToString(),
            { Recovery: { } recovery } => $"recovery {recovery}",
            _ => null,
        };

    internal static AnswerValue Json(TenantContract contract, ContractVersion<SlaPromise> version, bool withNumber = false)
    {
        var dated = withNumber || contract.SlaEffective is not null;
        var sla = version.Value;
        return AnswerValue.Record(
            ("version", dated ? AnswerValue.Of(version.Number) : AnswerValue.Nothing),
            ("effective", dated ? AnswerValue.Of(version.First) : AnswerValue.Nothing),
            ("ends", dated ? AnswerValue.Of(version.Last) : AnswerValue.Nothing),
            ("availability", AnswerValue.Of(sla.Availability?.Percent)),
            ("response", AnswerValue.Of(sla.Response)),
            ("response_seconds", AnswerValue.Of(Seconds(sla.Response))),
            ("recovery", AnswerValue.Of(sla.Recovery)),
            ("recovery_seconds", AnswerValue.Of(Seconds(sla.Recovery))),
            ("window_accounting", AnswerValue.Of(sla.WindowAccounting == WindowAccounting.Unstated ? null : ContractNames.NameOf(sla.WindowAccounting))),
            ("clause", AnswerValue.Of(sla.Clause)));
    }

    internal static long? Seconds(ContractDuration? duration) => duration is { Length: var length } ? (long)length.TotalSeconds : null;

    private static string Line(ContractVersion<SlaPromise> version)
        => AnswerText.Columns(Number(version), version.Span, Text(version.Value), version.Value.Clause);

    private static string Number(ContractVersion<SlaPromise> version) => version.Number.ToString(CultureInfo.InvariantCulture);
}
