"""The pages: gate, form, action, redirect; or gate, render."""
