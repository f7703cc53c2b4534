using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>From when to when a contract holds; outside of that it answers nothing else.</summary>
internal static class ContractTerm
{
    /// <summary>404: the contract does not hold on this day.</summary>
    public static Task RefuseAsync(HttpContext context, TenantContract contract, LocalDate day)
        => Problem.WriteAsync(context, StatusCodes.Status404NotFound, $"The contract of '{contract.Id}' does not hold on {Text(day)}: {Of(contract)}.");

    private static string Of(TenantContract contract) => (contract.Effective, contract.Ends) switch
    {
        ({ } first, { } last) => $"it holds from {Text(first)} to {Text(last)}",
        ({ } first, null) => $"it holds from {Text(first)} on",
        (_, var last) => $"it held until {Text(last!.Value)}",
    };

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
