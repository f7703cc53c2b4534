namespace Pulumi;

/// <summary>A required input has no value.</summary>
/// <param name="member">The member of the args class.</param>
/// <param name="message">Which input.</param>
internal sealed class MissingInputException(string member, string message) : ArgumentNullException(member, message);
