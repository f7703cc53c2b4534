using NodaTime;
using NodaTime.Text;
using Pulumi;
using ZooInfra.Contracts;

namespace ZooInfra.Rules;

/// <summary>What rules at plan know besides the client.</summary>
/// <param name="Today">The day for which dates are judged, UTC.</param>
/// <param name="Author">Who wrote the change; null when not known.</param>
/// <param name="Contracts">The contracts of all clients of the platform.</param>
public sealed record PlanFacts(LocalDate Today, string? Author, IReadOnlyList<TenantContract> Contracts)
{
    /// <summary>The clock's day, or that of the environment variable <c>ZOO_BUILD_DATE</c>, and the author of <c>ZOO_AUTHOR</c>.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="platform">The clients that run; null when only the one is known.</param>
    /// <exception cref="RunException">ZOO_BUILD_DATE is no date.</exception>
    public static PlanFacts FromEnvironment(TimeProvider time, Platform? platform)
    {
        var today = LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (Environment.GetEnvironmentVariable("ZOO_BUILD_DATE")?.Trim() is { Length: > 0 } text)
        {
            today = LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }
                ? date
                : throw new RunException($"ZOO_BUILD_DATE is '{text}', which is no date like 2027-03-31; set it so, or leave it out for today.");
        }

        return new(today, Environment.GetEnvironmentVariable("ZOO_AUTHOR")?.Trim() is { Length: > 0 } author ? author : null, [.. platform?.Clients.Select(client => client.Contract) ?? []])
        {
            Checks = platform?.Checks ?? RuleBook.Checks,
        };
    }

    internal IReadOnlyList<RuleCheck> Checks
    {
        get;
        init
        {
            field = value;
            ComponentChecks = [.. value.Where(check => !check.IsOfContract)];
        }
    } = RuleBook.Checks;

    /// <summary>The checks that may say something else when the program makes something else.</summary>
    internal IReadOnlyList<RuleCheck> ComponentChecks { get; private init; } = [.. RuleBook.Checks.Where(check => !check.IsOfContract)];

    internal ClientView View(TenantContract contract) => new(contract) { Today = Today, Author = Author };

    /// <summary>The platform as one program sees it: of the others it knows the contracts only.</summary>
    internal ClientSet Others(IEnumerable<ClientView> known)
    {
        ClientView[] views = [.. known];
        return new([.. views, .. Contracts.Where(contract => !views.Any(view => view.Contract.Id == contract.Id)).Select(View)]);
    }
}
